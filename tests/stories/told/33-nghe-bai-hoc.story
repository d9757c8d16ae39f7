# Thẻ có người đọc thì số 7 phát bản đọc, nhắn số hay nhắn chữ cũng được; chỗ không có thì số 7 vẫn nói như trước.
! edit khoa-hoc/nguoi-cao-tuoi/02-goi-lai.md trong máy. => trong máy. [Nghe](tieng/goi-lai.m4a)
! start
> 4
> học
> gọi lại số quen
> 7
> nghe
> 1
> 7
> 1
