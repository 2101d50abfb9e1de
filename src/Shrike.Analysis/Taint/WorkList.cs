namespace Shrike.Analysis.Taint;

/// <summary>Facts that are to be carried on. One context is finished before the next begins, so that its tables stay in the processor's
/// cache; within it, and among contexts, who came first goes first, which keeps explanations short.</summary>
internal sealed class WorkList
{
    private struct Item
    {
        public Node? Node;
        public ulong Mask;
        public int Block;
        public int From;
        public int Next;
    }

    private readonly Queue<TaintContext> contexts = new();
    private Item[] items = new Item[1024];
    private int free = -1;
    private int used;
    private TaintContext? current;

    public void Add(Node node, int block, int from, ulong mask)
    {
        TaintContext context = node.Context;
        int index = Take();
        items[index] = new Item
        {
            Node = node,
            Block = block,
            From = from,
            Mask = mask,
            Next = -1,
        };
        if (context.FirstWork < 0)
        {
            context.FirstWork = index;
            if (context != current)
                contexts.Enqueue(context);
        }
        else
        {
            items[context.LastWork].Next = index;
        }

        context.LastWork = index;
    }

    public bool TryTake(out Node node, out int block, out int from, out ulong mask)
    {
        while (current is not { FirstWork: >= 0 })
        {
            if (!contexts.TryDequeue(out current))
            {
                (node, block, from, mask) = (null!, 0, 0, 0);
                return false;
            }
        }

        int index = current.FirstWork;
        ref Item item = ref items[index];
        (node, block, from, mask) = (item.Node!, item.Block, item.From, item.Mask);
        current.FirstWork = item.Next;
        item.Node = null;
        item.Next = free;
        free = index;
        return true;
    }

    private int Take()
    {
        if (free >= 0)
        {
            int index = free;
            free = items[index].Next;
            return index;
        }

        if (used == items.Length)
            Array.Resize(ref items, 2 * used);
        return used++;
    }
}
