### Texts of the portal; their ids begin with portal-.

portal-title = { $page } · Guantong
portal-language = 中文
portal-check = What is open to me
portal-check-lead = Enter a career to see which titles and skill levels are open, why, and from when.
