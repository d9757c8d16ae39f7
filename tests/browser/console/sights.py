"""Every page there is, by its route, with somebody who may open it and what stands there."""

from collections.abc import Mapping

from tests.browser.console.furnished import LESSON, SAFE, House

CONTENT, NOTICE, STAFF = "/can-bo/noi-dung", "/can-bo/thong-bao", "/can-bo/tai-khoan"

PAGES: Mapping[str, tuple[str, ...]] = {  # by route: who, and the address where it is not the route itself
    "/": ("",),
    "/tro-giup": ("",),
    "/mat-mang": ("",),
    "/k": ("",),
    "/k/{code}": (" /k/{code}",),
    "/bai": ("",),
    "/bai/{course}/{lesson}": (" /bai/nguoi-cao-tuoi/chu-to-tieng-lon",),
    "/trang-thai": ("", " /trang-thai?xa=Tân Thành", " /trang-thai?xa=Đồng Văn, Tuyên Quang"),
    "/api/v1/tai-lieu": ("",),
    "/can-bo": ("lan", "minh", "bien", "quan"),
    "/can-bo/dang-nhap": ("",),
    "/can-bo/dang-nhap/ma": ("half",),
    "/can-bo/moi/{token}": (" /can-bo/moi/{invited}",),
    "/can-bo/moi/{token}/ma": (" /can-bo/moi/{halfway}/ma",),
    "/can-bo/toi": ("lan",),
    STAFF: ("quan", "lan"),
    f"{STAFF}/them": ("quan",),
    f"{STAFF}/api": ("quan",),
    f"{STAFF}/can-bo/{{id}}": (f"quan {STAFF}/can-bo/{{colleague}}", f"lan {STAFF}/can-bo/{{colleague}}"),
    f"{STAFF}/can-bo/{{id}}/thu-hoi": (f"quan {STAFF}/can-bo/{{colleague}}/thu-hoi",),
    "/can-bo/nhat-ky": ("soat", "soat /can-bo/nhat-ky?can-bo=kh%C3%B4ng-ai"),
    CONTENT: ("bien", f"bien {CONTENT}?tim=chu+to"),
    f"{CONTENT}/sua/{{path:path}}": (
        f"bien {CONTENT}/sua/{LESSON}",
        f"bien {CONTENT}/sua/{SAFE}",
        f"bien {CONTENT}/sua/danh-ba/so-dien-thoai.csv",
        f"bien {CONTENT}/sua/hoi-dap/dat-mat-khau.md",
        f"bien {CONTENT}/sua/thong-bao-mau/cat-dien.md",
    ),
    f"{CONTENT}/lich-su/{{path:path}}": (f"bien {CONTENT}/lich-su/{LESSON}",),
    f"{CONTENT}/hai-ban/{{path:path}}": (f"bien {CONTENT}/hai-ban/{LESSON}",),
    f"{CONTENT}/moi": ("bien",),
    f"{CONTENT}/hinh": ("bien",),
    f"{CONTENT}/tieng": ("bien",),
    f"{CONTENT}/cho-duyet": ("bien",),
    f"{CONTENT}/cho-duyet/{{id}}": (f"bien {CONTENT}/cho-duyet/{{asked}}", f"nga {CONTENT}/cho-duyet/{{asked}}"),
    f"{CONTENT}/cai-dat": ("tinh",),
    NOTICE: ("minh", "lan"),
    f"{NOTICE}/moi": ("lan",),
    f"{NOTICE}/dien-tap/moi": ("lan",),
    f"{NOTICE}/moi/noi-nhan": (f"tinh {NOTICE}/moi/noi-nhan?mau=lu-quet&tinh=08&chon=00721",),
    f"{NOTICE}/dien-tap/noi-nhan": (f"tinh {NOTICE}/dien-tap/noi-nhan?mau=lu-quet",),
    f"{NOTICE}/{{id}}/noi-nhan": (f"tinh {NOTICE}/{{draft}}/noi-nhan",),
    f"{NOTICE}/{{id}}": tuple(
        f"{who} {NOTICE}/{{{id}}}" for who, id in (("lan", "draft"), ("minh", "waiting"), ("minh", "live"))
    ),
    f"{NOTICE}/{{id}}/sua": tuple(f"lan {NOTICE}/{{{id}}}/sua" for id in ("draft", "empty", "free", "drill")),
    f"{NOTICE}/{{id}}/bao-cao": (f"minh {NOTICE}/{{live}}/bao-cao",),
    f"{NOTICE}/{{id}}/ban-doc": (f"lan {NOTICE}/{{draft}}/ban-doc",),
    f"{NOTICE}/{{id}}/duyet": (f"minh {NOTICE}/{{waiting}}/duyet", f"minh {NOTICE}/{{drill}}/duyet"),
    f"{NOTICE}/{{id}}/tra-lai": (f"minh {NOTICE}/{{waiting}}/tra-lai",),
    f"{NOTICE}/{{id}}/bo": (f"minh {NOTICE}/{{waiting}}/bo",),
    f"{NOTICE}/{{id}}/dung": (f"minh {NOTICE}/{{live}}/dung",),
    f"{NOTICE}/{{id}}/het-nguy-hiem": (f"truc {NOTICE}/{{live}}/het-nguy-hiem",),
    f"{NOTICE}/{{id}}/gui-mot-minh": (f"truc {NOTICE}/{{waits_long}}/gui-mot-minh",),
    f"{NOTICE}/{{id}}/xem-lai": (f"minh {NOTICE}/{{alone}}/xem-lai",),
    "/can-bo/cau-hoi": ("lan", "bien"),
    "/can-bo/cau-hoi/{id}": (*(f"lan /can-bo/cau-hoi/q{n}" for n in (1, 2, 3)), "bien /can-bo/cau-hoi/q4"),
    "/can-bo/can-giup": ("lan",),
    "/can-bo/can-giup/{id}": ("lan /can-bo/can-giup/c1", "minh /can-bo/can-giup/c2"),
    "/can-bo/tong-quan": ("lan", "nuoc"),
    "/can-bo/bao-cao": ("lan", "nuoc"),
    "/can-bo/bao-cao/{id}": ("lan /can-bo/bao-cao/{report_commune}", "tinh /can-bo/bao-cao/{report_province}"),
}
NO_PAGES = {  # data, pictures, streams, ways on
    *(
        "/chat/events",
        "/chat/file/{number}",
        "/chat/older",
        "/static/{name}",
        "/hinh/{name:path}",
        "/tieng/{name:path}",
    ),
    *("/manifest.webmanifest", "/sw.js", "/favicon.ico", "/robots.txt", "/health", "/metrics", "/zalo"),
    *("/can-bo/moi/{token}/ma.svg", "/can-bo/con-lam", "/can-bo/nhat-ky/bang", "/can-bo/bao-cao/{id}.{form}"),
    *("/tieng/{name:path}", "/ghi-am/{name}", f"{CONTENT}/tinh-trang"),
    *(f"{NOTICE}/{{id}}/dang-phat", f"{NOTICE}/{{id}}/bao-cao.csv"),
}


def sights(house: House) -> list[tuple[str, str]]:
    """Who opens what: each page there is."""
    found = []
    for route, sights in PAGES.items():
        for sight in sights:
            who, _, path = sight.partition(" ")
            found.append((who, (path or route).format_map(house.names)))
    return found
