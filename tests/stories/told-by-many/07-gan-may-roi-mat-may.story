# Lan gắn máy bằng mã một lần, mất máy; Bình khóa tài khoản, kẻ nhặt được máy không làm gì được.
! officer Bình approver
! appoint Lan writer
Lan: {mã Lan}
Lan: Đúng, gắn vào máy này
Lan: cán bộ
! lost Kẻ-gian Lan
Bình: cán bộ
Bình: Đồng nghiệp, khóa máy mất
Bình: 1
Bình: Khóa ngay
Kẻ-gian: cán bộ
Kẻ-gian: Viết thông báo
