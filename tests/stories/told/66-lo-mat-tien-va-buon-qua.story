# Đã mất tiền, và lời tuyệt vọng: việc đầu tiên và người để gọi hiện ngay.
! start
> 4
> tôi lỡ chuyển tiền cho nó rồi
> tôi đã đọc mã otp cho nó rồi
> con chán sống quá
> có người đánh cháu bé nhà bên
