# Người lớn khác: xưng em, gọi anh chị.
! start
> người lớn khác
> tôi đồng ý
> để sau
> 1
> 1
> 1
> 2
> 1
