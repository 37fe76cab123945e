/// Takes a result, so that the optimizer can't leave out the work that made it.
@inline(never)
func sink<Value>(_ value: consuming Value) {}
