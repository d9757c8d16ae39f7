# Lan viết thông báo lũ quét, Bình trả lại, Lan sửa, Bình duyệt; bác Tư nhận tin và báo đã đọc.
! officer Lan writer
! officer Bình approver
! citizen Tư
Lan: cán bộ
Lan: Viết thông báo
Lan: lũ quét
Lan: suối Nậm Mu
Lan: các nhà dọc bờ suối
Lan: sân trường trên đồi
Lan: 1
Lan: 1
Bình: 8
Bình: 2
Bình: Ghi rõ sân trường nào
Lan: cán bộ
Lan: Viết thông báo
Lan: Bản nháp của tôi
Lan: 1
Lan: 1
Lan: Sửa
Lan: 3
Lan: sân trường tiểu học Má Lủ
Lan: 1
Lan: 1
Bình: 8
Bình: 1
Bình: 1
Tư: 8
Bình: Xem số mới nhất
Bình: Báo cáo
