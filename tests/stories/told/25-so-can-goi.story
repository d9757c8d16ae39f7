# Số điện thoại cần nhớ, gặp người thật ở xã.
! start xa-00004
> 1
> 1
> 9
> 2
> 0
> 3
> menu
