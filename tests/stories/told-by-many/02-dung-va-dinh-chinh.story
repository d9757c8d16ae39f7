# Thông báo sai giờ: Dũng trực ban dừng lại, lời đính chính tới đúng người đã nhận; Bình bấm dừng sau.
! officer Lan writer
! officer Bình approver
! officer Dũng duty
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
Dũng: cán bộ
Dũng: 3
Dũng: 1
Dũng: DỪNG và đính chính
Bình: DỪNG và đính chính
Dũng: Dừng ngay: sai ngày giờ
Bình: Dừng ngay: sai nơi nhận
