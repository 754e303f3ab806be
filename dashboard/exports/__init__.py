"""Tables that leave the site as files; must not know pages.

`tables.chart_table(slug, filters)` and `tables.list_table(name, filters)` make a `Table`; `as_csv.stream`, `as_json.stream` and `as_xlsx.write`
write it; `answers.file_of(name, extension, make)` is the HTTP answer with its file name.
"""
