# Nói điều máy không hiểu: mỗi lần một câu khác, không im lặng.
! start
> 4
> trời hôm nay đẹp quá
> asdf qwer zxcv
> ???
> hôm qua nhà tôi giỗ
> 😀
