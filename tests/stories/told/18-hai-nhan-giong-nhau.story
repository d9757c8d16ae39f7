# Hai nhãn bỏ dấu thì giống nhau: máy hỏi lại. Gõ vài chữ đầu cũng tìm được.
! start
> 1
> 1
> để sau
> cai dat
> 1
> 1
> quảng ngãi
> ba t
> quay lại
> quảng ngãi
> xa ba to
> Xã Ba Tơ
