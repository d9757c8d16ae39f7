# Bác Lan mở trang lần đầu, đồng ý, gõ tỉnh và xã không dấu.
! start
> 1
> 1
> tuyen quang
> dong van
