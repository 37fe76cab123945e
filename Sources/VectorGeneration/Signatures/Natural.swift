/// A natural number of any size, with the little arithmetic that forging signatures takes.
///
/// It is meant for a few numbers of a few thousand bits, and for nothing secret.
struct Natural: Comparable {
    /// 32 bits each, the lowest first; the last is not zero.
    private var limbs: [UInt32]

    /// Reads big-endian bytes.
    init(_ bytes: [UInt8]) {
        limbs = [UInt32](repeating: 0, count: (bytes.count + 3) / 4)
        for (offset, byte) in bytes.reversed().enumerated() {
            limbs[offset / 4] |= UInt32(byte) << UInt32(offset % 4 * 8)
        }
        trim()
    }

    private init(limbs: [UInt32]) {
        self.limbs = limbs
        trim()
    }

    private mutating func trim() {
        while limbs.last == 0 { limbs.removeLast() }
    }

    /// The number as big-endian bytes with zeros before it; nil when it needs more than `byteCount`.
    func bytes(_ byteCount: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: byteCount)
        for (index, limb) in limbs.enumerated() {
            for part in 0..<4 {
                let byte = UInt8(truncatingIfNeeded: limb >> UInt32(part * 8))
                let offset = byteCount - 1 - (index * 4 + part)
                if offset >= 0 { bytes[offset] = byte } else if byte != 0 { return nil }
            }
        }
        return bytes
    }

    static func < (left: Natural, right: Natural) -> Bool {
        guard left.limbs.count == right.limbs.count else { return left.limbs.count < right.limbs.count }
        for (left, right) in zip(left.limbs.reversed(), right.limbs.reversed()) where left != right {
            return left < right
        }
        return false
    }

    static func + (left: Natural, right: Natural) -> Natural {
        var sum: [UInt32] = []
        var carry: UInt64 = 0
        for index in 0..<max(left.limbs.count, right.limbs.count) {
            carry += left.limb(index) + right.limb(index)
            sum.append(UInt32(truncatingIfNeeded: carry))
            carry >>= 32
        }
        return Natural(limbs: sum + [UInt32(carry)])
    }

    /// The difference; `right` is not above `left`.
    static func - (left: Natural, right: Natural) -> Natural {
        var difference: [UInt32] = []
        var borrow: Int64 = 0
        for index in left.limbs.indices {
            let value = Int64(left.limb(index)) - Int64(right.limb(index)) - borrow
            difference.append(UInt32(truncatingIfNeeded: value))
            borrow = value < 0 ? 1 : 0
        }
        return Natural(limbs: difference)
    }

    static func * (left: Natural, right: Natural) -> Natural {
        var product = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
        for (offset, factor) in left.limbs.enumerated() {
            var carry: UInt64 = 0
            for index in right.limbs.indices {
                carry += UInt64(factor) * UInt64(right.limbs[index]) + UInt64(product[offset + index])
                product[offset + index] = UInt32(truncatingIfNeeded: carry)
                carry >>= 32
            }
            product[offset + right.limbs.count] = UInt32(carry)
        }
        return Natural(limbs: product)
    }

    /// The largest number whose cube is not above this one.
    var cubeRoot: Natural {
        var root = Natural([])
        for bit in (0...(limbs.count * 32 / 3 + 1)).reversed() {
            let larger = root + Natural(powerOfTwo: bit)
            if larger * larger * larger <= self { root = larger }
        }
        return root
    }

    private init(powerOfTwo bit: Int) {
        limbs = [UInt32](repeating: 0, count: bit / 32) + [1 << UInt32(bit % 32)]
    }

    private func limb(_ index: Int) -> UInt64 {
        index < limbs.count ? UInt64(limbs[index]) : 0
    }
}
