# Câu chưa ai biết: nhờ cán bộ, đọc trước từng chữ sẽ gửi, rồi mới gửi. Hỏi nhiều quá, hỏi lại câu cũ thì được báo.
! start
> 4
> cây bưởi nhà tôi tên là Nguyễn Văn Năm số 0912345678 bị rụng trái non
> Hỏi cán bộ xã
> 2
> Đồng Văn, Tuyên Quang
> 1
> Hỏi câu khác
> vườn cam vàng lá thối rễ chữa thế nào
> Hỏi cán bộ xã
> gửi đi
> bò nhà bỏ ăn hai ngày nay
> Hỏi cán bộ xã
> 0
> bò nhà bỏ ăn hai ngày nay
> Hỏi cán bộ xã
> đàn bò nhà bỏ ăn hai ngày nay
> 1
> ao cá nổi đầu lúc sáng sớm
> Hỏi cán bộ xã
> 1
> 0
