# Lan báo cắt điện, hẹn giờ gửi; Bình thấy giờ hẹn và duyệt trước; tới giờ bác Tư mới nhận tin.
! officer Lan writer
! officer Bình approver
! citizen Tư
Lan: cán bộ
Lan: Viết thông báo
Lan: cắt điện
Lan: các xóm phía bắc chợ
Lan: 7h ngày 23/11
Lan: 17h ngày 23/11
Lan: sửa đường dây
Lan: Hẹn giờ gửi
Lan: tuần sau
Lan: 13h hôm nay
Lan: 1
Lan: 1
Bình: 8
Bình: 1
Bình: 1
! wait 5 hours
Tư: 8
Bình: Xem số mới nhất
