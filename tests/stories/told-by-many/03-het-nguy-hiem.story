# Lũ đã qua: Dũng báo hết nguy hiểm bằng lời soạn sẵn.
! officer Lan writer
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
Dũng: 8
Dũng: 1
Dũng: 1
! wait 2 hours
Dũng: Báo hết nguy hiểm
Dũng: Báo hết nguy hiểm ngay
