# Kể lại cuộc gọi lạ bằng có và không: cuộc gọi giả công an, rồi một cuộc không có dấu hiệu gì.
! start
> 4
> Hỏi, xem tin lạ
> Tôi vừa nhận cuộc gọi lạ
> 1
> Có
> 0
> Không
> Có
> Kể cuộc gọi khác
> 3
> Không
> Không
> Không
> Không
