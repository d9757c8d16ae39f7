# Chỉ xem thử: không ghi lại gì, vẫn học được.
! start
> 4
> 1
> An toàn cho người cao tuổi
> 1
> tiến bộ
> dữ liệu
