# Câu có sẵn: trả lời ngay, bấm một nút là cho biết có giúp được không.
! start
> 4
> làm sao cho chữ trên điện thoại to lên
> Giúp được tôi
> chu dien thoai nho qua
> Chưa giúp được
> 0
