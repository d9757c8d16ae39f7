# Tin lạ: tin có dấu hiệu rõ mà lời khuyên chưa giúp được, tin không thấy dấu hiệu, tin máy không chắc thì nhờ cán bộ xem.
! start
> 4
! forward Điện lực thông báo: nhà bác nợ tiền điện, 2 tiếng nữa cắt. Bấm http://evn-thanhtoan.top nộp ngay.
> Chưa giúp được
> 1
> 0
! forward Mai mẹ qua đón cháu nhé
! forward Thông báo họp phụ huynh lúc 8 giờ sáng chủ nhật tại hội trường nhà trường, phụ huynh mang theo sổ liên lạc và tiền quỹ lớp, liên hệ cô giáo chủ nhiệm khi vắng mặt.
> Hỏi cán bộ xã
> 1
