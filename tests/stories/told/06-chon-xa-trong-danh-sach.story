# Không gõ gì, chỉ bấm số cho tới xã của mình.
! start
> 1
> 1
> 2
> 3
> 2
> 2
> 1
