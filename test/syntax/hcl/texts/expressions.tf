locals {
  # Operators, and what they bind.
  sum     = 1 + 2 * var.n - -3 % 4 / 5
  logic   = !var.a && (var.b || !var.c) != true
  order   = var.a >= 1 && var.b <= 2 || var.c < 3 == (var.d > 4)
  chain   = var.a ? "one" : var.b == null ? "two" : (var.c ? "three" : "four")
  wrapped = ((("x")))
  minus   = -var.n
  numbers = [0, -1, 2.5, 6.02e+23, 1.5E-3]

  // What is taken out of a value.
  names   = [aws_iam_role.this[0].arn, data.x.y["a b"].c, var.list[*].id, var.list.*.id, var.map[each.key][0].z]
  legacy  = aws_iam_role.this.0.arn
  results = [f(1)[0], { a = 1 }.a, ["x"][0], "text"[0], (var.a).b, tolist([1, 2])[*].x]
  calls   = concat([], var.lists...) /* spread */
  nested  = merge({ a = 1 }, lookup(var.maps, "b", {}), { for k, v in var.m : k => v },)
  spaces = f (
    1,
    # between the arguments
    [
    ],
  )

  /* Collections. */
  objects = {
    a = 1, b : 2
    "c d"        = 3
    (var.key)    = 4
    "${var.k}:e" = 5 # at the end
    "f"          = {}, g = []

    h-i_j = { k = { l = { m = [[[]]] } } }
    null_value = null, yes = true, no = false
  }
  for_list   = [for item in var.items : upper(item.name) if item.name != ""]
  for_object = { for key, item in { a = "b" } : key => { id = item.id }... if true }
  for_for    = [for a in [for b in var.c : b] : { for d, e in a : d => e }]
}

terraform {}
provider aws { region = "eu-west-1" }
module "x" {
  source = "./x"
  dynamic "a" {
    for_each = toset(["b"])
    content {
      c = a.value
    }
  }
}
