# Gõ nhãn không dấu, gõ thiếu, gõ sai một chữ.
! start
> chi xem thu thoi
> chon bai hoc
> menu
> tien bo cua toi
> menu
> cai dta
> menu
> chọn bài
