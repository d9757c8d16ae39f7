# Những từ ở đâu cũng hiểu, có dấu hay không dấu.
! start
> 4
> GIUP
> menu
> giúp!
> Menu.
> nhac lai
> cai dat
> trang chu
> hoc bai
> thôi
