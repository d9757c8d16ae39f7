# Không có thông báo nào mà cần người đến: chọn trong phần giúp đỡ, xã chưa biết thì hỏi.
! start
> 4
> 9
> 4
> cổng chợ, gần cây đa
> Đồng Văn, Tuyên Quang
> 12 người
> 2
> 0912 345 678
> 5
> 8
> 1
> 9
