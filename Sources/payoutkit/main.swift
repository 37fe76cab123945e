print("payoutkit")
