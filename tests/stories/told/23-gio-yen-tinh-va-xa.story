# Đặt giờ yên tĩnh, theo dõi ba xã, thôi một xã.
! start
> 3
> 1
> huế
> thuận hóa
> 3
> 2
> 1
> 1
> thêm một xã
> hà nội
> ba đình
> 1
> thêm một xã
> đà nẵng
> hải châu
> 1
> 2
> 0
