# Gõ tên bài thay vì chọn số, sai chính tả một chút.
! start
> 4
> hoc
> goi lai so quen
> danh sach bai
> mat khau manhh
