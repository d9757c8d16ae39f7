# Nhiều xã cùng tên: máy hỏi lại, không tự chọn.
! start
> 1
> 1
> Tân Thành
> tây ninh
> xa tan thanh
> 1
