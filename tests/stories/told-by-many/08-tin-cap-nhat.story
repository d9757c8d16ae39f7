# Tình hình đổi: Lan viết tin cập nhật từ lời cũ, Bình duyệt, bác Tư thấy tin mới thay tin cũ.
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
Bình: 1
Bình: 1
Lan: cán bộ
Lan: 2
Lan: 1
Lan: Viết tin cập nhật
Lan: Sửa
Lan: 3
Lan: hang đá sau đồn
Lan: 1
Lan: 1
Bình: 8
Bình: 1
Bình: 1
Bình: Xem số mới nhất
