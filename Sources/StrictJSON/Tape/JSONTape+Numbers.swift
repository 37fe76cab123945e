@_spi(Tape)
extension JSONTape {
    /// Below 0, 0 or above 0 as the number at `index` is less than, equal to or greater than a given one.
    ///
    /// `short` is the given number where it fits `Int64`: then plain integers are compared without looking at digits.
    @inlinable
    public func compareNumber(_ index: Int, to number: JSONNumber, short: Int64?) -> Int {
        if let short, self[index].isShortInteger {
            let value = shortInteger(index)
            return value == short ? 0 : (value < short ? -1 : 1)
        }
        return comparedExactly(index, number)
    }

    @usableFromInline
    func comparedExactly(_ index: Int, _ number: JSONNumber) -> Int {
        number.withDecimalForm { DecimalForm(written(index)).compare($0) }
    }

    /// Whether the number at `index` is an exact multiple of a given one; `short` is that one where it fits `Int64`.
    @inlinable
    public func isMultiple(_ index: Int, of number: JSONNumber, short: Int64?) -> Bool {
        if let short, self[index].isShortInteger { return shortInteger(index).isMultiple(of: short) }
        return isExactMultiple(index, number)
    }

    @usableFromInline
    func isExactMultiple(_ index: Int, _ number: JSONNumber) -> Bool {
        number.withDecimalForm { DecimalForm(written(index)).isMultiple(of: $0) }
    }

    /// Whether the value of the number at `index` is an integer, however it is written.
    @inlinable
    public func isMathematicalInteger(_ index: Int) -> Bool {
        !self[index].has(TapeEntry.hasFraction | TapeEntry.hasExponent) || isExactInteger(index)
    }

    @usableFromInline
    func isExactInteger(_ index: Int) -> Bool { DecimalForm(written(index)).isInteger }

    /// The value of the number at `index`, where it is exactly an integer of 64 bits.
    public func int64(_ index: Int) -> Int64? {
        self[index].isShortInteger ? shortInteger(index) : DecimalForm(written(index)).int64
    }

    func numberEquals(_ index: Int, _ other: JSONTape, _ otherIndex: Int) -> Bool {
        if self[index].isShortInteger, other[otherIndex].isShortInteger {
            return shortInteger(index) == other.shortInteger(otherIndex)
        }
        return DecimalForm(written(index)).compare(DecimalForm(other.written(otherIndex))) == 0
    }
}
