# Gõ tên tỉnh cũ, xã cũ; trả lời bằng tên mới.
! start
> 1
> 1
> tỉnh Hà Giang
> thị trấn Đồng Văn
