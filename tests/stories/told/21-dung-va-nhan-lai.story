# Dừng tin, dừng hết, rồi nhận lại.
! start
> 1
> 1
> để sau
> dừng
> 1
> dừng hết
> 2
> dung
> đúng
