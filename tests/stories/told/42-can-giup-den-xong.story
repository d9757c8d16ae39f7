# Cần giúp khi có lũ: hỏi chỗ, hỏi mấy người, gọi cán bộ, nói chuyện đến khi xong.
! start xa-00721
> 1
> 1
! notice storm
> 9
> nhà bà Tư, đầu thôn Má Lủ
> bốn người
> 3
> có bà cụ không đi được
> 1
> nước vào đến sân rồi
! office take
! office say Cháu đang đưa thuyền tới, bác lên gác nhé.
> 9
> cả nhà lên gác rồi
> 2
! office close
> 1
