# gmtime breaks a moment down into nine numbers; strftime writes them.
import time

moment = time.gmtime(1_700_000_000)
print(moment)
print(moment.tm_year, moment[1], moment[-1], len(moment), list(moment))
print(time.strftime("%Y-%m-%d %H:%M:%S", moment), time.strftime("%a, %d %b %Y %I:%M %p %Z", moment))
for directive in "aAbBcCdDeFgGHIjklmMpPrRsSTuUVwWxXyYzZ%Q":
    print(directive, repr(time.strftime("%" + directive, moment)), repr(time.strftime("%" + directive, time.gmtime(0))))
for year_end in range(13):
    print(time.strftime("%Y-%m-%d %G-W%V %U %W %j", time.gmtime(86400 * (364 + 365 * year_end + year_end // 4))))
print(time.asctime(moment), time.gmtime(-1.5).tm_sec, time.gmtime(-62_135_596_800).tm_year)
print(time.mktime(moment) == 1_700_000_000, time.strftime("%-d.%-m.%y", time.gmtime(86400)))
print(time.gmtime(0) == time.gmtime(0.9), time.gmtime(0) == moment)
year, month, *_ = moment
print(year, month)
print(time.localtime().tm_year >= 2024, len(time.ctime()), len(time.strftime("%H:%M:%S")))
try:
    time.gmtime(1e20)
except OverflowError as error:
    print(error)
try:
    print(moment[9])
except IndexError as error:
    print(error)
