# Chọn bằng “hai”, “số 2”, “câu 2”, “2.”.
! start
> bốn
> một
> số 1
> số một
> 1.
> hai
> quay lại
> (1)
