# Em Tí học cùng bố: em đồng ý rồi bố đồng ý.
! start
> tre em, hoc cung bo me
> 1
> 1
> để sau
> 1
