# Bài được sửa khi đang học: người đang học vẫn xem bản cũ, người mới xem bản mới.
! start
> 4
> 1
> 1
> 1
! edit khoa-hoc/nguoi-cao-tuoi/01-dung-lai.md Dừng lại. => Đứng yên một lát.
> 1
> menu
> chọn bài học
> 1
> 1
