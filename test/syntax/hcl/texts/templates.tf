locals {
  empty      = ""
  escapes    = "tab\t, line\n, quote\", slash\\, é is \u00e9, 😀 is \U0001F600"
  signs      = "$5, 100%, $$, %%, $${aws:username}, %%{if}, {}, # // /* */ <<A"
  holes      = "${a}${b}-${ c . d [0] }-${f("${"deep"}")}"
  trimmed    = "x ${~ a ~} y %{~ if b ~} z %{~ else ~} w %{~ endif ~}"
  loop       = "%{ for k, v in var.m }${k}=${v};%{ endfor }"
  in_loop    = "%{ for v in var.l }%{ if v.ok }${v.name}%{ endif }%{ endfor }"
  quoted     = "+${lookup({ "a" = "}" }, "a", "\"")}"
  conditions = "${var.a ? "yes" : "no"}/*"
  lines = "-${join(",", [
    "a", # one
    "b",
  ])}"

  heredoc = <<EOT
plain $ % " ' \ \n # no comment // nor this /* nor this */
  ${var.a} and $${not} and %%{not}
😀 %{ if var.b }yes%{ else }no%{ endif }
 EOT.
EOTX
EOT

  indented = <<-END-1
    first
      second ${jsonencode({
        a = "END-1"
      })}

    %{ for x in var.y ~}
    - ${x}
    %{ endfor ~}
  END-1

  both = [f(<<A
a
A
  ), <<-B
  b
  B
  ]
}

output "all" {
  value = local.both
}
