# Vừa theo dõi một xã đang có thông báo là thấy ngay.
! start
> 1
> 1
> 0
! lost storm
> cài đặt
> 1
> 1
> Đồng Văn, Tuyên Quang
> 0
> 9
> 0
