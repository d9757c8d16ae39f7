# Xóa hết sau hai lần đồng ý; không xóa nếu đổi ý.
! start
> 1
> 1
> để sau
> /xoa
> 2
> xóa
> 1
> /dulieu
