# Không ai duyệt trong ba phút: Dũng gửi một mình, có lý do và sáu số; Bình xem lại sau.
! officer Dũng duty
! officer Bình approver
! citizen Tư
Dũng: cán bộ
Dũng: Viết thông báo
Dũng: lũ quét
Dũng: suối Nậm Mu
Dũng: các nhà dọc bờ suối
Dũng: sân trường trên đồi
Dũng: 1
Dũng: 1
! wait 3 minutes
Dũng: Xem đã ai duyệt chưa
Dũng: Không ai duyệt, tôi gửi một mình
Dũng: gấp
Dũng: Nước lên nhanh, gọi không ai nghe máy
Dũng: 000000
Dũng: {số Dũng}
Bình: cán bộ
Bình: 2
Bình: 1
Bình: Tôi đã xem lại bản gửi một mình này
