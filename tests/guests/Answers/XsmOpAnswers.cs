using HypercallSdk.Xen;

namespace HypercallSdk.Guests.Answers;

/// <summary>xsm_op: what the access policy says of labels that there are not; nothing of it is changed.</summary>
internal static unsafe class XsmOpAnswers
{
    private const uint NoClass = 0;

    private static SecurityId NoLabel => default;

    public static void Print(Place place)
    {
        Policy(place);
        Decisions();
        Labels(place);
        Statistics();
    }

    private static void Policy(Place place)
    {
        Answer.Is("xsm_op FLASK_LOAD"u8, XsmOp.Load(place.Page(0), size: 0));
        Answer.Is("xsm_op FLASK_GETENFORCE"u8, XsmOp.GetEnforce());
        Answer.Is("xsm_op FLASK_SETENFORCE"u8, XsmOp.SetEnforce(enforcing: 1));
        Answer.Is("xsm_op FLASK_DISABLE"u8, XsmOp.Disable());
        Answer.Is("xsm_op FLASK_POLICYVERS"u8, XsmOp.PolicyVersion());
        Answer.Is("xsm_op FLASK_MLS"u8, XsmOp.MultiLevel());
        uint number = uint.MaxValue - 1;
        uint size = 0;
        Answer.Is("xsm_op FLASK_USER"u8, XsmOp.User(NoLabel, ref size, default));
        Answer.Is("xsm_op FLASK_GETBOOL"u8, XsmOp.GetBoolean(ref number, out _, out _, 0, 0, ref size, place.Page(0)));
        Answer.Is("xsm_op FLASK_SETBOOL"u8, XsmOp.SetBoolean(ref number, out _, out _, 0, 0, ref size, place.Page(0)));
        Answer.Is("xsm_op FLASK_COMMITBOOLS"u8, XsmOp.CommitBooleans());
    }

    private static void Decisions()
    {
        Answer.Is("xsm_op FLASK_ACCESS"u8, XsmOp.Access(NoLabel, NoLabel, NoClass, 0, out _, out _, out _, out _));
        Answer.Is("xsm_op FLASK_CREATE"u8, XsmOp.Create(NoLabel, NoLabel, NoClass, out _));
        Answer.Is("xsm_op FLASK_RELABEL"u8, XsmOp.Relabel(NoLabel, NoLabel, NoClass, out _));
        Answer.Is("xsm_op FLASK_MEMBER"u8, XsmOp.Member(NoLabel, NoLabel, NoClass, out _));
    }

    private static void Labels(Place place)
    {
        uint size = 64;
        Answer.Is("xsm_op FLASK_CONTEXT_TO_SID"u8, XsmOp.ContextToSid(out _, ref size, place.Page(0)));
        Answer.Is("xsm_op FLASK_SID_TO_CONTEXT"u8, XsmOp.SidToContext(NoLabel, ref size, place.Page(0)));
        Answer.Is("xsm_op FLASK_ADD_OCONTEXT"u8, XsmOp.AddObjectContext(default, NoLabel, low: 1, high: 0));
        Answer.Is("xsm_op FLASK_DEL_OCONTEXT"u8, XsmOp.DeleteObjectContext(default, NoLabel, low: 1, high: 0));
        Answer.Is("xsm_op FLASK_GET_PEER_SID"u8, XsmOp.GetPeerSid(default, out _));
        Answer.Is("xsm_op FLASK_RELABEL_DOMAIN"u8, XsmOp.RelabelDomain(Place.Nobody.Value, NoLabel));
        Answer.Is("xsm_op FLASK_DEVICETREE_LABEL"u8, XsmOp.LabelDeviceTreeNode(NoLabel, length: 1, place.Page(0)));
    }

    private static void Statistics()
    {
        Answer.Is("xsm_op FLASK_GETAVC_THRESHOLD"u8, XsmOp.GetCacheThreshold());
        Answer.Is("xsm_op FLASK_SETAVC_THRESHOLD"u8, XsmOp.SetCacheThreshold(threshold: 512));
        Answer.Is("xsm_op FLASK_AVC_HASHSTATS"u8, XsmOp.CacheHashStatistics(out _, out _, out _, out _));
        Answer.Is("xsm_op FLASK_AVC_CACHESTATS"u8, XsmOp.CacheStatistics(cpu: 0, out _, out _, out _, out _, out _, out _));
    }
}
