"""Foreign words that people here write among their own: they are right as they are, and no slip of anything else."""

_ENGLISH = """
    the are you your yours yes not and for how what when where who why which this that these those there here she
    him her his they them their our was were been being have has had does did will would could should must may might
    see say says said get got give take make made want need know think look find tell ask asked use used work try
    call please sorry thank thanks hello hey bye okay welcome good great nice bad new old big small more most much
    many some any all every nothing something someone people person man woman girl boy friend family mother father
    child children love like hate happy sad fun money price pay paid buy sell free cheap time day week month year
    today tomorrow help learn teach read write speak english vietnam vietnamese language word phone number
"""
_OF_MACHINES = """
    access account active admin album android answer apple audio avatar backup bank bitcoin block blog bluetooth bot
    browser business camera cancel card center chat chatbot check chrome clear click clip close cloud code comment
    connect contact cookie copy credit data debit default delete device download drive driver edit error facebook
    fake feedback file filter flash folder follow format forum forward game gaming gift google group hack hacker
    hotline hotspot icon idol inbox info install instagram internet ipad iphone keyboard laptop lazada link list
    live livestream location lock log login logo logout mail manager master media memory menu messenger mobile mode
    model mouse music netflix network news nick note notebook nude office offline online open oppo order page pass
    password paypal photo picture pixel play player playlist porn post print private profile public push random
    reboot refresh reset restart roblox robux root router safe sale samsung save scam scan screen screenshot search
    security selfie send server service session setting settings sex sexy share ship shipper shop shopee shopping
    sign smart smartphone software sound spam speaker spotify status sticker stop storage store stories story stream
    style support switch system tablet tag telegram test text tiktok token tool touch translate turn twitter type
    unlock update upgrade upload user version video virus visa voice voucher web website wifi windows wireless
    xiaomi yahoo youtube youtuber zalo zoom
"""

FOREIGN = frozenset(f"{_ENGLISH} {_OF_MACHINES}".split())
