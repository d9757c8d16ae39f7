# Diễn tập cả lúc đính chính: mọi màn hình đều mang chữ DIỄN TẬP.
! officer Lan writer
! officer Bình approver
! citizen Tư
Lan: cán bộ
Lan: Diễn tập
Lan: lũ quét
Lan: suối Nậm Mu
Lan: các nhà dọc bờ suối
Lan: sân trường trên đồi
Lan: 1
Lan: 1
Bình: 8
Bình: 1
Bình: 1
Bình: Dừng diễn tập, đính chính
Bình: Dừng ngay: gửi nhầm, chưa đến lúc
