// `$dynamicRef` (core 8.2.3.2).

extension SchemaCompiler {
    /// Only a reference that first leads to a `$dynamicAnchor` is dynamic; any other is a plain one.
    mutating func compileDynamicReference(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        let target = try resolve(context)
        guard let anchor = target.anchor, target.resource.dynamicAnchors[anchor] != nil else {
            draft.add(Instruction(operation: .reference, a: target.node), .reference, context.site)
            return
        }
        let number: Int32
        if let known = dynamicAnchorNumbers[anchor] {
            number = known
        } else {
            number = Int32(builder.dynamicAnchors.count)
            builder.dynamicAnchors.append([:])
            dynamicAnchorNumbers[anchor] = number
        }
        draft.add(
            Instruction(operation: .dynamicReference, a: target.node, b: number),
            .reference,
            context.site
        )
    }
}
extension Evaluator {
    /// Follows a dynamic reference: the outermost resource on the way here that has the anchor decides.
    mutating func applyDynamicReference(
        _ instruction: Instruction,
        _ position: Int32,
        _ index: Int,
        tracks: Bool
    ) -> Bool {
        let targets = checker.program.dynamicAnchors[Int(instruction.b)]
        var node = instruction.a
        for resource in scope {
            guard let target = targets[resource] else { continue }
            node = target
            break
        }
        return apply(position, node, index, tracks: tracks)
    }
}
