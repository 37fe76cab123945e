import Foundation
import PackagePlugin

/// Compiles every file under `vectors/` into the target that uses this plugin, anew when one has changed.
@main
struct EmbedVectors: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL.appending(path: "vectors")
        let files = FileManager.default
        let paths = try files.subpathsOfDirectory(atPath: root.path)
            .filter { path in
                // As the reader of folders does, names that start with a dot are passed over.
                guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { return false }
                return try files.attributesOfItem(atPath: "\(root.path)/\(path)")[.type] as? FileAttributeType
                    == .typeRegular
            }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles+Table.swift")
        return [
            .buildCommand(
                displayName: "Packing the vectors",
                executable: try context.tool(named: "vectorpack").url,
                arguments: [output.path, root.path] + paths,
                inputFiles: paths.map { root.appending(path: $0) },
                outputFiles: [output]
            )
        ]
    }
}
